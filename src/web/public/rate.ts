// How often one address may ask: a bucket for each, refilled with time.

/** A bucket: so many at once, one more each `refill` milliseconds; so many addresses remembered. */
export interface Bucket {
  readonly most: number;
  readonly refill: number;
  readonly addresses: number;
}

/** Whether one more from `address` is allowed now. Whoever was heard longest ago is forgotten first. */
export function buckets({ most, refill, addresses }: Bucket, now: () => number): (address: string) => boolean {
  const held = new Map<string, { readonly left: number; readonly at: number }>();
  return (address) => {
    const { left: before, at } = held.get(address) ?? { left: most, at: now() };
    const left = Math.min(most, before + (now() - at) / refill);
    held.delete(address);
    held.set(address, { left: left >= 1 ? left - 1 : left, at: now() });
    const [oldest] = held.keys();
    if (held.size > addresses && oldest !== undefined) held.delete(oldest);
    return left >= 1;
  };
}

/** An address as it is counted: of IPv6 the first 64 bits, for a household has all that follow. */
export function countedAs(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.split('::', 2);
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const between = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  const whole = tail === undefined ? first : [...first, ...between, ...last];
  return whole.slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '')).join(':');
}
