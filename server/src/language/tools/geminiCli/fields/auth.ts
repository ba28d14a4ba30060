import * as z from 'zod';
import { geminiRemoteDocumentation as source } from '../sources.ts';

const refused = 'Gemini CLI then refuses the whole file.';
const dynamic =
  '`$NAME` is read from the environment, `!command` is run in the shell and its output taken, and `$$` or `!!` begin a plain text.';

function secret(what: string) {
  return z
    .string()
    .optional()
    .meta({ description: `${what} ${dynamic}`, whenWrong: refused, examples: ['$TOKEN'] });
}

function type<Kind extends string>(kind: Kind, description: string) {
  return z.literal(kind).meta({
    description: 'How the agent wants its caller to sign in. Case counts.',
    values: [{ value: kind, description }],
    whenWrong: refused,
    order: 1,
  });
}

const scopes = () =>
  z.array(z.string()).optional().meta({ description: 'The OAuth scopes to ask for.', whenWrong: refused });

/** What both remote agents and MCP servers take for OAuth and Google's credentials. */
export function geminiGoogleAuth() {
  return z.looseObject({
    type: type(
      'google-credentials',
      'Google’s application default credentials. Needs an address with `https`.',
    ),
    scopes: scopes().meta({
      description: 'The OAuth scopes to ask for.',
      defaultText: '`https://www.googleapis.com/auth/cloud-platform`',
      whenWrong: refused,
    }),
  });
}

/** `auth` by OAuth 2.0, with a sign-in in the browser. */
export function geminiOAuth() {
  const address = (description: string) => z.url().optional().meta({ description, whenWrong: refused });
  const word = (description: string) => z.string().optional().meta({ description, whenWrong: refused });
  return z.looseObject({
    type: type('oauth', 'OAuth 2.0 with a sign-in in the browser.'),
    client_id: word('The client’s id.'),
    client_secret: word('The client’s secret. Keep it out of files that are shared.'),
    scopes: scopes(),
    authorization_url: address('Where the user signs in.'),
    token_url: address('Where tokens are fetched.'),
    issuer: address('Who issues the tokens.'),
    audiences: z
      .array(z.string())
      .optional()
      .meta({ description: 'Whom the tokens are meant for.', whenWrong: refused }),
    redirect_uri: address('Where the sign-in returns to.'),
    token_param_name: word('The parameter that carries the token.'),
    registration_url: address('Where the client registers itself.'),
  });
}

/** `auth` of a remote agent: `type` decides which fields there are. */
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
            '`Bearer` needs `token`, `Basic` needs `username` and `password`, any other scheme `value`.',
          whenWrong: `Case counts: \`bearer\` is another scheme. ${refused}`,
          examples: ['Bearer'],
        }),
        token: secret('The bearer token.'),
        username: secret('The user.'),
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
      whenWrong: `A missing field of the type counts as wrong. ${refused} Fields that the type does not have are ignored.`,
      order: 130,
      snippet: '\n  type: http\n  scheme: Bearer\n  token: \\$${1:TOKEN}',
      source,
    });
}
