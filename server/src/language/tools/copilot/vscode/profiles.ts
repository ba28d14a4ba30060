/** Globs for files of that name in a profile of VS Code, which holds a user's own agents, prompts and instructions. */
export function profileFiles(name: string): string[] {
  return [`**/User/prompts/${name}`, `**/User/profiles/*/prompts/${name}`];
}
