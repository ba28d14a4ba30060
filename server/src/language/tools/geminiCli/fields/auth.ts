import * as z from 'zod';
import { geminiRemoteDocumentation as source } from '../sources.ts';

const refused = 'Gemini CLI does not load the file.';
const dynamic =
  '`$NAME` is read from the environment, `!command` is replaced by the output of a shell command, and `$$` or `!!` start a plain string.';

function secret(what: string) {
  return z
    .string()
    .optional()
    .meta({ description: `${what} ${dynamic}`, whenWrong: refused, examples: ['$TOKEN'] });
}

function type<Kind extends string>(kind: Kind, description: string) {
  return z.literal(kind).meta({
    description: 'How the caller signs in to the agent. Case-sensitive.',
    values: [{ value: kind, description }],
    whenWrong: refused,
    order: 1,
  });
}

const scopes = () =>
  z.array(z.string()).optional().meta({ description: 'The OAuth scopes to request.', whenWrong: refused });

/** `auth` by Google's credentials, for remote agents and MCP servers. */
export function geminiGoogleAuth() {
  return z.looseObject({
    type: type('google-credentials', 'Google’s application default credentials. Requires an `https` URL.'),
    scopes: scopes().meta({
      description: 'The OAuth scopes to request.',
      defaultText: '`https://www.googleapis.com/auth/cloud-platform`',
      whenWrong: refused,
    }),
  });
}

/** `auth` by OAuth 2.0, with a sign-in in the browser. */
export function geminiOAuth() {
  const url = (description: string) => z.url().optional().meta({ description, whenWrong: refused });
  const string = (description: string) => z.string().optional().meta({ description, whenWrong: refused });
  return z.looseObject({
    type: type('oauth', 'OAuth 2.0 with a sign-in in the browser.'),
    client_id: string('The client ID.'),
    client_secret: string('The client secret. Keep it out of shared files.'),
    scopes: scopes(),
    authorization_url: url('The URL at which the user signs in.'),
    token_url: url('The URL from which tokens are fetched.'),
    issuer: url('The issuer of the tokens.'),
    audiences: z
      .array(z.string())
      .optional()
      .meta({ description: 'The audiences of the tokens.', whenWrong: refused }),
    redirect_uri: url('The URL to which the sign-in returns.'),
    token_param_name: string('The parameter that carries the token.'),
    registration_url: url('The URL at which the client registers itself.'),
  });
}

/** `auth` of a remote agent: `type` determines the other fields. */
export function geminiRemoteAuth() {
  return z
    .union([
      z.looseObject({
        type: type('apiKey', 'A key in a header of each request.'),
        key: z
          .string()
          .meta({ description: `The key. ${dynamic}`, whenWrong: refused, examples: ['$MY_API_KEY'] }),
        name: z.string().optional().meta({
          description: 'The header that carries the key.',
          defaultText: '`X-API-Key`',
          whenWrong: refused,
        }),
      }),
      z.looseObject({
        type: type('http', 'An `Authorization` header.'),
        scheme: z.string().meta({
          description:
            '`Bearer` requires `token`, `Basic` requires `username` and `password`, any other scheme `value`.',
          whenWrong: `Case-sensitive: \`bearer\` is another scheme. ${refused}`,
          examples: ['Bearer'],
        }),
        token: secret('The bearer token.'),
        username: secret('The user name.'),
        password: secret('The password.'),
        value: secret('What follows the scheme in the header.'),
      }),
      geminiGoogleAuth(),
      geminiOAuth(),
    ])
    .optional()
    .meta({
      description:
        'How to sign in to the remote agent. Secrets are read from the environment when the agent is registered.',
      kind: 'text',
      defaultText: 'No sign-in.',
      whenWrong: `The same applies to a missing field of the type. ${refused} Fields that the type does not have are ignored.`,
      order: 130,
      snippet: '\n  type: http\n  scheme: Bearer\n  token: \\$${1:TOKEN}',
      source,
    });
}
