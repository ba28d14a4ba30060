/** What tokens of services look like, by what they start with. */
const tokens =
  /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|sk-(?:ant-|proj-)?[\w-]{24,}|[sr]k_live_[A-Za-z0-9]{16,}|xox[abeprs]-[A-Za-z0-9-]{16,}|AKIA[0-9A-Z]{16}|AIza[\w-]{35}|glpat-[\w-]{20,}|npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30,}|lin_api_[A-Za-z0-9]{30,}|ntn_[A-Za-z0-9]{30,}|dop_v1_[a-f0-9]{40,}|SG\.[\w-]{16,}\.[\w-]{16,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** What stands in the place of a secret in examples. */
const placeholder =
  /x{4,}|y{4,}|0{6}|\.{3}|…|\*{3}|[<{$%[]|123456|abcdef|your|my[_-]|example|sample|placeholder|change|replace|insert|dummy|fake|mock|redacted|test|todo/i;

const secretName =
  /(?:^|[_-])(?:token|secret|password|passwd|pwd|api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key|authorization)$/i;

/** The longest value that is looked at. */
const longest = 4_000;

/**
 * Whether a value is a secret in clear text: it has the form of a service's token, or its key says so and it looks like
 * one. Variables and the placeholders of examples are not.
 */
export function isSecret(key: string, value: string): boolean {
  if (value.length > longest) return false;
  const token = tokens.exec(value)?.[0];
  if (token !== undefined) return !placeholder.test(token);
  const [, bare = ''] = /^(?:(?:Bearer|Basic|token)\s+)?(\S{16,})$/i.exec(value.trim()) ?? [];
  const name = key.replace(/([a-z])([A-Z])/g, '$1_$2');
  return (
    secretName.test(name) &&
    /[A-Za-z]/.test(bare) &&
    /\d/.test(bare) &&
    !/^(?:[a-z]+:\/\/|[./~])/i.test(bare) &&
    !placeholder.test(bare)
  );
}
