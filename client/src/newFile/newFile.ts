import { commands, Disposable, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type NewFileGrant,
  type NewFileKind,
  type NewFileKindsParams,
  type NewFileParams,
  type NewFilePlace,
  type NewFileResult,
  newFileKindsRequest,
  newFileRequest,
} from '../../../server/src/lsp/protocol.ts';
import { noResponse } from '../preview/previewedFile.ts';
import { askAll, pickOne, pickSeveral, type Question, typeLine } from './steps.ts';

type Client = Pick<BaseLanguageClient, 'sendRequest'>;
type Kind = NewFileKindsParams['kind'];

/** The commands that make a file, with what they make. */
const newFileCommands = {
  'agentFiles.newAgent': 'agent',
  'agentFiles.newSkill': 'skill',
  'agentFiles.newCommand': 'command',
  'agentFiles.newRule': 'rule',
} as const satisfies Record<string, Kind>;

/** "New Agent…" and the likes: questions, then a file that its tool loads, open with its preview. */
export function registerNewFile(client: Client): Disposable {
  return Disposable.from(
    ...Object.entries(newFileCommands).map(([command, kind]) =>
      commands.registerCommand(command, async () => {
        try {
          await makeFile(client, kind);
        } catch (error) {
          void window.showErrorMessage(noResponse(error));
        }
      }),
    ),
  );
}

/** What has been answered so far. */
interface Answers {
  kind?: NewFileKind;
  place?: NewFilePlace;
  name: string;
  purpose: string;
  grants?: readonly NewFileGrant[];
  model?: string;
}

async function makeFile(client: Client, kind: Kind): Promise<void> {
  if (!workspace.workspaceFolders?.length) {
    void window.showInformationMessage('Open a folder first: agent files belong to a project.');
    return;
  }
  const kinds = await client.sendRequest<NewFileKind[]>(newFileKindsRequest, {
    kind,
  } satisfies NewFileKindsParams);
  const answers: Answers = { name: '', purpose: '' };
  const request = (more: Partial<Answers> = {}) => requestFile(client, { ...answers, ...more });
  if (!(await askAll(titles[kind], () => questionsFor(kind, kinds, answers, request)))) return;
  const file = await request();
  if (file) await write(file);
}

const titles: Readonly<Record<Kind, string>> = {
  agent: 'New Agent',
  skill: 'New Skill',
  command: 'New Command or Prompt',
  rule: 'New Rule',
};

function requestFile(client: Client, answers: Answers): Promise<NewFileResult | null> {
  const { kind, place, name, purpose, grants, model } = answers;
  if (!kind || !place) return Promise.resolve(null);
  const params: NewFileParams = {
    dialect: kind.dialect.id,
    folder: place.uri,
    name,
    purpose,
    ...(grants && { grants }),
    ...(model !== undefined && { model }),
  };
  return client.sendRequest<NewFileResult | null>(newFileRequest, params);
}

/** A purpose for checking a name before there is one. */
const someLine = 'Says what it does.';

/** The questions that the answers so far leave: one folder, or no models, need none. */
function questionsFor(
  what: Kind,
  kinds: readonly NewFileKind[],
  answers: Answers,
  request: (more?: Partial<Answers>) => Promise<NewFileResult | null>,
): Question[] {
  // Until a tool is chosen, the first says how many questions there probably are.
  const kind = answers.kind ?? kinds[0];
  const problemWith = async (more: Partial<Answers>) => (await request(more))?.problem;
  const asTool: Question = async at => {
    const items = kinds.map(value => ({ label: value.tool, description: aboutKind(value), value }));
    const answer = await pickOne(at, 'Which tool is it for?', items);
    if (typeof answer === 'object' && answer.value !== answers.kind) {
      answers.kind = answer.value;
      answers.place = answer.value.places[0]!;
      delete answers.grants;
      delete answers.model;
    }
    return answer;
  };
  const asPlace: Question = async at => {
    const items = (kind?.places ?? []).map(value => ({ label: value.label, value }));
    const answer = await pickOne(at, 'Where?', items);
    if (typeof answer === 'object') answers.place = answer.value;
    return answer;
  };
  const asName: Question = async at => {
    const answer = await typeLine(at, `The name of the ${what}`, answers.name, name =>
      problemWith({ name: name.trim(), purpose: someLine }),
    );
    if (typeof answer === 'object') answers.name = answer.value.trim();
    return answer;
  };
  const asPurpose: Question = async at => {
    const answer = await typeLine(at, 'What it does, and when to use it', answers.purpose, purpose =>
      problemWith({ purpose: purpose.trim() }),
    );
    if (typeof answer === 'object') answers.purpose = answer.value.trim();
    return answer;
  };
  const asGrants: Question = async at => {
    const items = (kind?.grants ?? []).map(value => ({ label: grantLabels[value], value }));
    const answer = await pickSeveral(at, 'What may it do? With all of these it has all tools', items);
    if (typeof answer === 'object') {
      if (answer.value.length < items.length) answers.grants = answer.value;
      else delete answers.grants;
    }
    return answer;
  };
  const asModel: Question = async at => {
    const usual = { label: 'Default', description: 'The model that the tool takes by itself', value: '' };
    const items = (kind?.models ?? []).map(({ value, description }) => ({
      label: value,
      description: description.replaceAll('`', ''),
      value,
    }));
    const answer = await pickOne(at, 'Which model does it run on?', [usual, ...items]);
    if (typeof answer === 'object') {
      if (answer.value === '') delete answers.model;
      else answers.model = answer.value;
    }
    return answer;
  };
  return [
    asTool,
    ...(kind && kind.places.length > 1 ? [asPlace] : []),
    asName,
    asPurpose,
    ...(kind && kind.grants.length > 0 ? [asGrants] : []),
    ...(kind && kind.models.length > 0 ? [asModel] : []),
  ];
}

const grantLabels: Readonly<Record<NewFileGrant, string>> = {
  read: 'Read Files',
  write: 'Change Files',
  run: 'Run Commands',
  web: 'Use the Web',
  delegate: 'Start Other Agents',
};

function aboutKind({ places, existing }: NewFileKind): string {
  const [first] = places;
  return existing > 0 ? `${first?.label} (${existing} in this workspace)` : (first?.label ?? '');
}

/** Writes the file, unless there is one, and opens it with its preview beside it. */
async function write({ uri, text, problem }: NewFileResult): Promise<void> {
  const file = Uri.parse(uri);
  const edit = new WorkspaceEdit();
  edit.createFile(file, {
    overwrite: false,
    ignoreIfExists: false,
    contents: new TextEncoder().encode(text),
  });
  if (problem !== undefined || !(await workspace.applyEdit(edit))) {
    const why = problem ?? 'There may be a file of this name already';
    void window.showErrorMessage(`${workspace.asRelativePath(file)} was not written. ${why}.`);
    return;
  }
  await window.showTextDocument(file, { preview: false });
  await commands.executeCommand('agentFiles.preview', file);
}
