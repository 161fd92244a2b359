// The certificate of a node's wire: self-signed, made once, trusted by its key alone.
import { X509Certificate, createHash, webcrypto } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CARD_ANEW, keyGone } from './keys.ts';
import { plainBox, readIfThere, type Strongbox } from './strongbox.ts';

/** Years a wire certificate runs. It is pinned by key, so its end only forces a look. */
const YEARS = 10;

/** A certificate with its private key, both PEM. */
export interface WireIdentity {
  readonly certificate: string;
  readonly key: string;
}

/** Where a certificate and its key lie. */
export interface WireFiles {
  readonly certificate: string;
  readonly key: string;
}

/** What the strongbox knows the key of a wire by. */
export const WIRE_KEY = 'wire.key.pem';
/** The same of the certificate that is to come. */
export const NEXT_WIRE_KEY = 'wire.next.key.pem';

/** Where the certificate that is to come lies in a home, once one is announced. */
export function nextFiles(home: string): WireFiles {
  return { certificate: join(home, 'wire.next.crt.pem'), key: join(home, NEXT_WIRE_KEY) };
}

/** What the wire of a home with a card speaks by; `key-missing` where a file is gone: nobody would know another. */
export async function heldWire(files: WireFiles, box: Strongbox): Promise<WireIdentity> {
  const key = await box.read(files.key, WIRE_KEY);
  const certificate = await readIfThere(files.certificate);
  if (key !== undefined && certificate !== undefined) return { certificate, key };
  throw keyGone(key === undefined ? files.key : files.certificate, CARD_ANEW);
}

/** Makes a self-signed P-256 certificate for `host`, or reads the one made before. Its key lies in the strongbox. */
export async function wireIdentity(
  host: string,
  files: WireFiles,
  now: Date,
  box: Strongbox = plainBox(),
  name = WIRE_KEY,
): Promise<WireIdentity> {
  const kept = await box.read(files.key, name);
  if (kept !== undefined) {
    try {
      return { certificate: await readFile(files.certificate, 'utf8'), key: kept };
    } catch (cause) {
      if ((cause as { code?: string }).code !== 'ENOENT') throw cause;
    }
  }
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await selfSigned(host, keys, now);
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  const identity = { certificate: pem('CERTIFICATE', made), key: pem('PRIVATE KEY', key) };
  await box.write(files.key, name, identity.key);
  await writeFile(files.certificate, identity.certificate, { flush: true });
  return identity;
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** The libraries are loaded here, where a certificate is made: most starts make none. */
async function selfSigned(host: string, keys: webcrypto.CryptoKeyPair, now: Date): Promise<ArrayBuffer> {
  const { Integer, Utf8String } = await import('asn1js');
  const { AttributeTypeAndValue, AltName, Certificate, CryptoEngine, Extension, GeneralName } = await import('pkijs');
  const crypto = new CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });
  const certificate = new Certificate({ version: 2 });
  certificate.serialNumber = Integer.fromBigInt(BigInt(now.getTime()));
  // 2.5.4.3 is commonName; 2.5.29.17 subjectAltName (RFC 5280).
  // Two certificates of one node are trusted beside each other only where their subjects differ.
  const subject = `${host} ${now.getTime()}`;
  const name = new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: subject }) });
  certificate.subject.typesAndValues.push(name);
  certificate.issuer.typesAndValues.push(name);
  // A day before: the counterpart's clock may be behind ours.
  certificate.notBefore.value = new Date(now.getTime() - 86_400_000);
  certificate.notAfter.value = new Date(now);
  certificate.notAfter.value.setUTCFullYear(now.getUTCFullYear() + YEARS);
  const names = new AltName({ altNames: [new GeneralName({ type: 2, value: host })] }).toSchema().toBER(false);
  certificate.extensions = [new Extension({ extnID: '2.5.29.17', critical: false, extnValue: names })];
  const pair = keys as unknown as CryptoKeyPair;
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey, crypto);
  await certificate.sign(pair.privateKey, 'SHA-256', crypto);
  return certificate.toSchema(true).toBER(false);
}

/** The pins of one certificate or more, one after the other in PEM. */
export function pinsOf(certificates: string): ReadonlySet<string> {
  const each = certificates.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return new Set(each.map((one) => pinOf(one)));
}

/** SHA-256 of a certificate's public key (SubjectPublicKeyInfo), hex: what is pinned. */
export function pinOf(certificate: string | Buffer): string {
  const spki = new X509Certificate(certificate).publicKey.export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(spki).digest('hex');
}
