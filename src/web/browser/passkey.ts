// The script of signing in with a passkey: hands the node's question to the device, and its answer to the form.
import { base64url, fromBase64url } from '../../act/bytes.ts';

/** A descriptor as it travels: bytes in base64url. */
interface Named {
  readonly id: string;
  readonly type: 'public-key';
}

type Options = Readonly<Record<string, unknown>> & {
  readonly challenge: string;
  readonly user?: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly allowCredentials?: readonly Named[];
  readonly excludeCredentials?: readonly Named[];
};

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const found = fromBase64url(text);
  if (found === undefined) throw new Error('passkey: the question is not base64url');
  return new Uint8Array(found);
}

const text = (buffer: ArrayBuffer | null): string | undefined =>
  buffer === null ? undefined : base64url(new Uint8Array(buffer));

const named = (list: readonly Named[] | undefined): PublicKeyCredentialDescriptor[] =>
  (list ?? []).map(({ id, type }) => ({ id: bytes(id), type }));

async function ask(options: Options): Promise<PublicKeyCredential> {
  const challenge = bytes(options.challenge);
  const { user } = options;
  const found =
    user === undefined
      ? await navigator.credentials.get({
          publicKey: { ...options, challenge, allowCredentials: named(options.allowCredentials) },
        })
      : await navigator.credentials.create({
          publicKey: {
            ...(options as unknown as PublicKeyCredentialCreationOptions),
            challenge,
            user: { ...user, id: bytes(user.id) },
            excludeCredentials: named(options.excludeCredentials),
          },
        });
  if (!(found instanceof PublicKeyCredential)) throw new Error('passkey: the device gave none');
  return found;
}

/** The answer in the form in which it is checked (RegistrationResponseJSON, AuthenticationResponseJSON). */
function answerOf({ id, type, response }: PublicKeyCredential): string {
  const shared = { id, rawId: id, type, clientExtensionResults: {} };
  const clientDataJSON = text(response.clientDataJSON);
  if (response instanceof AuthenticatorAssertionResponse) {
    const { authenticatorData, signature, userHandle } = response;
    const signed = { authenticatorData: text(authenticatorData), signature: text(signature) };
    const said = { clientDataJSON, ...signed, userHandle: text(userHandle) };
    return JSON.stringify({ ...shared, response: said });
  }
  const made = response as AuthenticatorAttestationResponse;
  const said = { attestationObject: text(made.attestationObject), transports: made.getTransports() };
  return JSON.stringify({ ...shared, response: { clientDataJSON, ...said } });
}

function serve(form: HTMLFormElement): void {
  const answer = form.elements.namedItem('answer') as HTMLInputElement;
  const failed = form.querySelector<HTMLElement>('[data-failed]');
  form.addEventListener('submit', (event) => {
    if (answer.value !== '') return;
    event.preventDefault();
    if (failed !== null) failed.hidden = true;
    ask(JSON.parse(form.dataset['passkey'] ?? '') as Options)
      .then((credential) => {
        answer.value = answerOf(credential);
        form.submit();
      })
      .catch(() => {
        // Whoever changes their mind at the device is told so, and nothing is sent.
        if (failed !== null) failed.hidden = false;
      });
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) serve(form);
