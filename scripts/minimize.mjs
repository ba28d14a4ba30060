/**
 * Returns a short text that still fails: removes ever smaller pieces, of lines first, for as long as `fails` is true of
 * what is left. Asks at most `most` times.
 */
export async function minimize(text, fails, most = 300) {
  let asked = 0;
  const stillFails = async candidate => asked++ < most && (await fails(candidate));
  const lines = await reduce(text.split(/(?<=\n)/), parts => stillFails(parts.join('')));
  const characters = await reduce(lines.join('').split(''), parts => stillFails(parts.join('')));
  return characters.join('');
}

async function reduce(parts, stillFails) {
  let left = parts;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < left.length; ) {
      const candidate = [...left.slice(0, at), ...left.slice(at + size)];
      if (candidate.length < left.length && (await stillFails(candidate))) left = candidate;
      else at += size;
    }
  }
  return left;
}
