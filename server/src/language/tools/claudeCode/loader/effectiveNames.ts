import type { Environment, KnownServer } from '../../../loading/effective.ts';
import type { LoadResult } from '../../../loading/loader.ts';
import { bundledSkillNames } from '../listing/bundled.ts';
import { isRecord } from './nested.ts';

/**
 * The servers that an agent brings or names, which are given to it whatever its list says. One that it names is looked
 * for by its exact name. In a folder that is not trusted there are none.
 */
export function ownServers({ fields: { mcpServers } }: LoadResult, environment: Environment): KnownServer[] {
  if (!Array.isArray(mcpServers) || !environment.isTrusted) return [];
  return mcpServers.flatMap((item: unknown): KnownServer[] => {
    if (isRecord(item)) return Object.keys(item).map(name => ({ name, canBeNamed: false }));
    const name = String(item);
    if (environment.servers === undefined) return [{ name, canBeNamed: true }];
    return environment.servers.filter(server => server.canBeNamed && server.name === name);
  });
}

/**
 * The skills that an agent is given at its start: those of its list that exist, by exact name, and that the model can
 * call from the start of a session.
 */
export function preloadedSkills({ fields: { skills } }: LoadResult, environment: Environment): string[] {
  if (!Array.isArray(skills)) return [];
  const names = skills.map(String);
  if (environment.skills === undefined) return names;
  const found = names.flatMap(name => {
    const skill = environment.skills!.find(known => known.name === name || known.aliases.includes(name));
    if (skill) return skill.withheld ? [] : [skill.name];
    return bundledSkillNames.includes(name) ? [name] : [];
  });
  return [...new Set(found)];
}
