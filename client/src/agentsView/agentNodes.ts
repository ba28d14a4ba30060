import { MarkdownString, ThemeColor, ThemeIcon, type TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type {
  FileDetails,
  FileSummary,
  OverviewFolder,
} from '../../../server/src/language/overview/model.ts';
import { filesIn } from './filter.ts';

/** A node of the view: a tool, a folder, or a file. */
export type AgentNode = FolderNode | FileNode;

export interface FolderNode {
  readonly kind: 'folder';
  readonly folder: OverviewFolder;
  readonly parent: FolderNode | undefined;
}

export interface FileNode {
  readonly kind: 'file';
  readonly file: FileSummary;
  readonly parent: FolderNode;
  /** By this the commands for files recognize it. */
  readonly resourceUri: Uri;
}

/** The nodes of tools or folders. */
export function folderNodes(folders: readonly OverviewFolder[], parent?: FolderNode): FolderNode[] {
  return folders.map(folder => ({ kind: 'folder', folder, parent }));
}

/** The nodes of files. */
export function fileNodes(files: readonly FileSummary[], parent: FolderNode): FileNode[] {
  return files.map(file => ({ kind: 'file', file, parent, resourceUri: Uri.parse(file.uri) }));
}

/** How a tool or folder is shown. With `isOpen` it is expanded at first. */
export function folderItem({ folder, parent }: FolderNode, isOpen: boolean): TreeItem {
  const count = filesIn([folder]).length;
  return {
    label: folder.label,
    id: `${idOf(parent)}/${folder.label}`,
    description: String(count),
    collapsibleState: isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
    iconPath: folder.uri === undefined ? new ThemeIcon('tools') : ThemeIcon.Folder,
    contextValue: folder.uri === undefined ? 'agentTool' : 'agentFolder',
    // The folder's problems color it, as they do in the explorer.
    ...(folder.uri !== undefined && { resourceUri: Uri.parse(folder.uri) }),
    tooltip: folder.uri === undefined ? folder.label : Uri.parse(folder.uri).fsPath,
    accessibilityInformation: { label: `${folder.label}, ${count} ${count === 1 ? 'file' : 'files'}` },
  };
}

function idOf(node: FolderNode | undefined): string {
  return node ? `${idOf(node.parent)}/${node.folder.label}` : '';
}

const icons: Readonly<Record<FileSummary['severity'], readonly [icon: string, color: string]>> = {
  good: ['pass', 'testing.iconPassed'],
  information: ['info', 'notificationsInfoIcon.foreground'],
  warning: ['warning', 'list.warningForeground'],
  error: ['error', 'list.errorForeground'],
};

/** How a file is shown; without `details` while they are not known. */
export function fileItem({ file, resourceUri }: FileNode, details: FileDetails | undefined): TreeItem {
  const [icon, color] = icons[file.severity];
  const count = file.problems;
  const problems = count === 0 ? 'no problems' : count === 1 ? 'one problem' : `${count} problems`;
  return {
    label: file.title,
    id: file.uri,
    description: details?.description ?? '',
    collapsibleState: TreeItemCollapsibleState.None,
    iconPath: new ThemeIcon(icon, new ThemeColor(color)),
    contextValue: 'agentFile',
    resourceUri,
    // The text comes from files: no commands, no icons, no HTML.
    tooltip: details ? new MarkdownString(details.tooltip) : resourceUri.fsPath,
    command: { command: 'vscode.open', title: 'Open', arguments: [resourceUri] },
    accessibilityInformation: {
      label: [file.title, file.dialect, details?.description, problems].filter(Boolean).join(', '),
    },
  };
}
