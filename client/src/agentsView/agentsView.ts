import { commands, Disposable, type QuickPickItem, type Uri, ViewColumn, window } from 'vscode';
import { uriOfArgument } from '../uriOfArgument.ts';
import { AgentTree, type TreeClient } from './agentTree.ts';
import { type Filter, filterBy, filtersFor } from './filter.ts';

/** The id of the view in package.json. */
const viewId = 'agentFiles.agents';
/** The context key for the button that removes the filter. */
const isFiltered = 'agentFiles.isFiltered';

/** The view "Agents": all agent files by tool and folder, with how each is loaded and what is wrong. */
export function registerAgentsView(client: TreeClient): Disposable {
  const tree = new AgentTree(client);
  const view = window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: true });
  let message = '';
  const showMessage = (): void => {
    const { filter } = tree;
    view.message = filter ? `${message} · Filter: ${filter.label}` : message;
  };
  const show = (broken: number): void => {
    showMessage();
    const tooltip = broken === 1 ? 'One agent file does not load' : `${broken} agent files do not load`;
    view.badge = broken === 0 ? undefined : { value: broken, tooltip };
  };
  const apply = async (filter: Filter | undefined): Promise<void> => {
    tree.filter = filter;
    showMessage();
    await commands.executeCommand('setContext', isFiltered, filter !== undefined);
  };
  const onFile = (command: string, run: (uri: Uri) => unknown): Disposable =>
    commands.registerCommand(command, (argument: unknown) => {
      const uri = uriOfArgument(argument);
      if (uri) void run(uri);
    });
  return Disposable.from(
    tree,
    view,
    tree.onDidReceive(received => {
      message = received.message;
      show(received.broken);
    }),
    commands.registerCommand('agentFiles.refreshAgents', () => tree.refresh()),
    commands.registerCommand('agentFiles.filterAgents', async () => {
      const filter = await pickFilter(filtersFor(await tree.overview()));
      if (filter) await apply(filter);
    }),
    commands.registerCommand('agentFiles.clearAgentsFilter', () => apply(undefined)),
    onFile('agentFiles.openToSide', uri => commands.executeCommand('vscode.open', uri, ViewColumn.Beside)),
    onFile('agentFiles.revealInExplorer', uri => commands.executeCommand('revealInExplorer', uri)),
  );
}

/** Lets the user choose a filter, or type a text that titles and paths must contain. */
function pickFilter(filters: readonly Filter[]): Promise<Filter | undefined> {
  const pick = window.createQuickPick<QuickPickItem & { readonly filter: Filter }>();
  const items = filters.map(filter => ({ label: filter.label, filter }));
  pick.title = 'Filter Agent Files';
  pick.placeholder = 'Choose which files to show, or type a part of a name or path';
  pick.items = items;
  return new Promise(resolve => {
    pick.onDidChangeValue(text => {
      const typed = text.trim() === '' ? [] : [byText(text)];
      pick.items = [...items, ...typed];
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.filter);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function byText(text: string): QuickPickItem & { readonly filter: Filter } {
  return { label: `Names with “${text.trim()}”`, alwaysShow: true, filter: filterBy(text) };
}
