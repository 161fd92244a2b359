// A redline: what was taken out and what was put in between two texts, word by word.

/** A stretch that both have, that only the earlier has, or that only the later has. */
export interface Stretch {
  readonly is: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Pairs of words that are compared one by one, at most; beyond it the differing middle is one change. */
export const REDLINE_LIMIT = 4_000_000;

/** Words, and single signs between them: a changed comma is a change of its own. */
function pieces(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu) ?? [];
}

/** For each pair of places, how many pieces both have from there on: the longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const here = i * width + j;
      longest[here] =
        a[i] === b[j]
          ? 1 + (longest[here + width + 1] as number)
          : Math.max(longest[here + width] as number, longest[here + 1] as number);
    }
  }
  return longest;
}

function compared(a: readonly string[], b: readonly string[]): readonly Stretch[] {
  if (a.length * b.length > REDLINE_LIMIT) {
    return [
      { is: 'removed', text: a.join('') },
      { is: 'added', text: b.join('') },
    ];
  }
  const longest = common(a, b);
  const width = b.length + 1;
  const found: Stretch[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      found.push({ is: 'same', text: left });
      i += 1;
      j += 1;
    } else if (
      left !== undefined &&
      (right === undefined || (longest[(i + 1) * width + j] as number) >= (longest[i * width + j + 1] as number))
    ) {
      found.push({ is: 'removed', text: left });
      i += 1;
    } else {
      found.push({ is: 'added', text: right as string });
      j += 1;
    }
  }
  return found;
}

/** A space between two changed words changed with them: read as one change of a passage, not of every word in it. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const groups: { same: string; removed: string; added: string }[] = [];
  stretches.forEach(({ is, text }, i) => {
    const [last, next] = [groups.at(-1), stretches[i + 1]];
    const bridge = is === 'same' && /^\s+$/.test(text) && next !== undefined && next.is !== 'same';
    if (last !== undefined && last.removed !== '' && last.added !== '' && bridge) {
      last.removed += text;
      last.added += text;
    } else if (is === 'same') {
      if (last !== undefined && last.removed === '' && last.added === '') last.same += text;
      else groups.push({ same: text, removed: '', added: '' });
    } else if (last === undefined) groups.push({ same: '', removed: '', added: '', [is]: text });
    else last[is] += text;
  });
  return groups.flatMap(({ same, removed, added }) => [
    { is: 'same' as const, text: same },
    { is: 'removed' as const, text: removed },
    { is: 'added' as const, text: added },
  ]);
}

/**
 * The redline from `before` to `after`. What is same and removed, joined, is `before`; what is same and added is
 * `after`, letter by letter.
 */
export function redline(before: string, after: string): readonly Stretch[] {
  const [a, b] = [pieces(before), pieces(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  const room = Math.min(a.length, b.length) - head;
  while (tail < room && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const middle = compared(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const whole: readonly Stretch[] = [
    { is: 'same', text: a.slice(0, head).join('') },
    ...middle,
    { is: 'same', text: a.slice(a.length - tail).join('') },
  ];
  return joined(whole.filter(({ text }) => text !== '')).filter(({ text }) => text !== '');
}
