// Runs in a process of its own, with the home of a sandbox: loads agents or skills with the released loader.
// usage: load.mjs CORE, with a list of folders on standard input as JSON; prints what each of them has.
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const [, , core] = process.argv;
const { kind, folders } = JSON.parse(await text(process.stdin));
const load = kind === 'agents' ? await agentLoader() : await skillLoader();
const found = [];
for (const folder of folders) found.push(await load(folder));
// The loaders print lines of their own; the answer is the last one.
process.stdout.write(`\n${JSON.stringify(found)}`);

async function agentLoader() {
  const { loadAgentsFromDirectory } = await loaded('agents/agentLoader.js');
  return async folder => {
    const { agents, errors } = await loadAgentsFromDirectory(folder);
    return { agents, errors: errors.map(({ message }) => message) };
  };
}

async function skillLoader() {
  const { loadSkillsFromDir } = await loaded('skills/skillLoader.js');
  return loadSkillsFromDir;
}

function loaded(module) {
  return import(pathToFileURL(join(core, 'dist', 'src', module)).href);
}
