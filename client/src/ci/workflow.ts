/** Where a workflow of GitHub Actions lies. */
export const workflowPath = '.github/workflows/agent-files.yml';

/** A workflow that checks the agent files of each pull request. `version` is that of the extension. */
export function workflowText(version: string): string {
  return `name: Agent Files
on: pull_request
permissions:
  contents: read
jobs:
  agent-files:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      # Findings are annotations at their lines; the summary shows which rights the agents gain or lose.
      - uses: agent-files/agent-files@v${version}
        with:
          base: origin/\${{ github.base_ref }}
`;
}
