import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AgentDocument, type Path } from '../../../server/src/language/document/agentDocument.ts';
import { type CursorContext, contextAt } from '../../../server/src/language/document/context.ts';
import { readCaret } from '../../support/caret.ts';

/** The fields that the tests take to hold several items in one string. */
const separatorOf = (path: Path) =>
  path.at(-1) === 'tools' ? 'commaOrSpace' : path.at(-1) === 'matcher' ? 'pipe' : undefined;

/** The context in one line, and under it the cursor's line with the range that would be replaced between « and ». */
function shown(marked: string): string {
  const { text, offset } = readCaret(marked);
  const context = contextAt(AgentDocument.of(text, 'file:///x.md'), offset, separatorOf);
  if (!('range' in context)) return context.kind;
  const { start, end } = context.range;
  const line = `${text.slice(text.lastIndexOf('\n', start - 1) + 1, start)}«${text.slice(start, end)}»${/^[^\r\n]*/.exec(text.slice(end))![0]}`;
  return `${described(context)}\n${line}`;
}

function described(context: CursorContext): string {
  const facts: string[] = [context.kind];
  const say = (name: string, value: unknown) => {
    if (value !== '' && value !== 0 && value !== undefined && String(value) !== '')
      facts.push(`${name}=${value}`);
  };
  if ('path' in context) facts.push(context.path.join('.') || '(top)');
  if ('index' in context) say('index', context.index);
  if ('delimiter' in context) say('delimiter', context.delimiter);
  if ('isOpened' in context && context.isOpened) facts.push('opened');
  if ('isEmpty' in context && context.isEmpty) facts.push('empty');
  if ('hasColon' in context && context.hasColon) facts.push('colon');
  if ('style' in context && context.style === 'flow') facts.push('flow');
  if ('quote' in context && context.quote !== 'plain') say('quote', context.quote);
  if ('isClosed' in context && !context.isClosed) facts.push('unclosed');
  if ('prefix' in context) say('prefix', context.prefix);
  if ('present' in context) say('present', context.present);
  if ('siblings' in context) say('siblings', context.siblings);
  if ('lead' in context) say('lead', context.lead && JSON.stringify(context.lead));
  if ('follow' in context) say('follow', context.follow);
  if ('hang' in context) say('hang', context.hang);
  if ('call' in context && context.call)
    facts.push(`call=${context.call.name}(${context.call.text}) beside [${context.call.siblings}]`);
  return facts.join(' ');
}

/** One case: what it shows, the text with the cursor, the context. */
function is(title: string, marked: string, expected: string): void {
  test(title, () => assert.equal(shown(marked), expected));
}

const frontMatter = (yaml: string) => `---\n${yaml}\n---\nbody\n`;

is('an empty file', '¦', 'empty\n«»');
is('a file of blank lines', '\n¦\n', 'empty\n«»');
is('a file with one dash', '-¦', 'empty\n«-»');
is('a file with the opening delimiter alone', '---¦\n', 'empty\n«---»');
is('the line below a lone opening delimiter', '---\n¦', 'empty opened\n«»');
is('the line below a lone opening delimiter, CRLF', '---\r\n¦\r\n', 'empty opened\n«»');
is('on the opening delimiter', '--¦-\nname: a\n---\n', 'delimiter delimiter=open\n«---»');
is('on the closing delimiter', '---\nname: a\n---¦\n', 'delimiter delimiter=close\n«---»');
is('in the body', '---\nname: a\n---\nUse $ARG¦S now\n', 'body\nUse «$ARGS» now');
is('in a file without front matter', 'Hello¦\n', 'body\n«Hello»');
is('before the front matter', '¦\n---\nname: a\n---\n', 'none');

is('an empty front matter', '---\n¦\n---\n', 'key (top)\n«»');
is('a half-typed key', frontMatter('name: a\nmo¦'), 'key (top) prefix=mo present=name\n«mo»');
is(
  'a key with a colon',
  frontMatter('na¦me: a\ntools: Read'),
  'key (top) colon prefix=na present=tools\n«name»: a',
);
is('a quoted key', frontMatter('"na¦me": a'), 'key (top) colon prefix=na\n"«name»": a');
is('a blank line between keys', frontMatter('name: a\n¦\nmodel: b'), 'key (top) present=name,model\n«»');
is('CRLF', '---\r\nname: a\r\n¦\r\nmodel: b\r\n---\r\n', 'key (top) present=name,model\n«»');
is('below a block scalar', frontMatter('description: |\n  a: b\n\n¦'), 'key (top) present=description\n«»');
is('inside a block scalar', frontMatter('description: |\n  a¦: b\n  c: d'), 'none');
is('on a blank line of a block scalar', frontMatter('description: |\n  a\n¦\n  b'), 'none');
is('a comment', frontMatter('# mod¦el\nname: a'), 'none');
is('a comment behind a key', frontMatter('model: # son¦'), 'none');
is('a comment behind a value', frontMatter('model: opus # son¦'), 'none');
is('prose where a key should be', frontMatter('name: a\nYou are an ag¦ent'), 'none');
is('behind a half-typed key', frontMatter('model ¦'), 'none');
is(
  'a front matter that is still open',
  '---\nname: a\nmo¦\n\nYou are.\n',
  'key (top) prefix=mo present=name\n«mo»',
);
is(
  'the blank line that ends an open front matter',
  '---\nname: a\n¦\nYou are.\n',
  'key (top) present=name\n«»',
);

is('an empty value', frontMatter('name: a\nmodel: ¦\ncolor: red'), 'value model empty\nmodel: «»');
is('directly behind the colon', frontMatter('model:¦'), 'value model empty lead=" "\nmodel:«»');
is('a value without a space', frontMatter('model:so¦n'), 'value model lead=" "\nmodel:«son»');
is('an empty value before a comment', frontMatter('model: ¦ # c'), 'value model empty\nmodel: «» # c');
is('a value', frontMatter('model: so¦nnet # c'), 'value model\nmodel: «sonnet» # c');
is('before a value, behind the colon', frontMatter('model:¦ sonnet'), 'none');
is('a quoted value', frontMatter("model: 'so¦n'"), "value model quote=single\nmodel: '«son»'");
is('an empty quoted value', frontMatter('model: "¦"'), 'value model empty quote=double\nmodel: "«»"');
is('behind a quoted value', frontMatter('model: "a"¦'), 'none');
is(
  'a quote that is not closed does not swallow the next key',
  frontMatter('model: "so¦\nname: "x"'),
  'value model quote=double unclosed\nmodel: "«so»',
);
is(
  'a value over several lines',
  frontMatter('description: one\n  tw¦o\nname: a'),
  'value description\ndescription: «one\n  two»',
);
is(
  'a quoted value over several lines',
  frontMatter('description: "one\n  tw¦o"\nname: a'),
  'value description quote=double\ndescription: "«one\n  two»"',
);
is(
  'a key below a quoted value over several lines',
  frontMatter('description: "one\n  two: x"\nna¦'),
  'key (top) prefix=na present=description\n«na»',
);
is('emoji before the cursor', frontMatter('name: "🤖"\nmodel: so¦'), 'value model\nmodel: «so»');
is(
  'an unquoted colon elsewhere',
  frontMatter('description: Use this. Examples: foo\nmodel: ¦'),
  'value model empty\nmodel: «»',
);
is('a tag before the value', frontMatter('model: !x so¦'), 'value model\nmodel: !x «so»');

is('an empty indented line below a key', frontMatter('hooks:\n  ¦'), 'key hooks\n  «»');
is(
  'a blank line among nested keys',
  frontMatter('hooks:\n  Stop:\n  ¦\n  SubagentStop:\nname: a'),
  'key hooks present=Stop,SubagentStop\n  «»',
);
is('a blank line before nested keys', frontMatter('hooks:\n  ¦\n  Stop:'), 'key hooks present=Stop\n  «»');
is('a half-typed nested key', frontMatter('hooks:\n  Pre¦'), 'key hooks prefix=Pre\n  «Pre»');
is(
  'column 0 below nested keys',
  frontMatter('hooks:\n  Stop:\n    - hooks: []\n¦'),
  'key (top) present=hooks\n«»',
);
is('an indented line below a plain value', frontMatter('name: a\n  ¦'), 'none');
is('an indentation between two levels', frontMatter('hooks:\n    Stop: x\n  ¦'), 'none');
is(
  'a key inside a list item',
  frontMatter('hooks:\n  Stop:\n    - matcher: a\n      ho¦'),
  'key hooks.Stop.0 prefix=ho present=matcher\n      «ho»',
);
is(
  'a blank line in the column of an item’s keys',
  frontMatter('hooks:\n  Stop:\n    - matcher: a\n      ¦'),
  'key hooks.Stop.0 present=matcher\n      «»',
);
is(
  'the first key of an item',
  frontMatter('hooks:\n  Stop:\n    - mat¦: x'),
  'key hooks.Stop.0 colon prefix=mat hang=2\n    - «mat»: x',
);
is(
  'a value deep inside',
  frontMatter('hooks:\n  Stop:\n  - hooks:\n    - type: co¦'),
  'value hooks.Stop.0.hooks.0.type hang=2\n    - type: «co»',
);
is(
  'tabs as indentation',
  frontMatter('hooks:\n\tStop:\n\t\t- ma¦'),
  'listItem hooks.Stop hang=2\n\t\t- «ma»',
);
is(
  'a front matter that is indented as a whole',
  frontMatter('  name: a\n  mo¦'),
  'key (top) prefix=mo present=name\n  «mo»',
);

is(
  'behind a dash',
  frontMatter('tools:\n  - Read\n  - ¦'),
  'listItem tools index=1 siblings=Read hang=2\n  - «»',
);
is('directly behind a dash', frontMatter('tools:\n  -¦'), 'listItem tools lead=" " hang=1\n  -«»');
is(
  'an item',
  frontMatter('tools:\n  - Re¦ad\n  - Grep # c'),
  'listItem tools siblings=Grep hang=2\n  - «Read»',
);
is(
  'a list in its key’s column',
  frontMatter('tools:\n- Read\n- G¦\nmodel: a'),
  'listItem tools index=1 siblings=Read hang=2\n- «G»',
);
is('a quoted item', frontMatter('tools:\n  - "R¦"'), 'listItem tools quote=double hang=2\n  - "«R»"');
is(
  'an item without its dash',
  frontMatter('tools:\n  - Read\n  ¦'),
  'listItem tools index=1 siblings=Read lead="- "\n  «»',
);
is(
  'a half-typed item without its dash',
  frontMatter('tools:\n  - Read\n  G¦'),
  'listItem tools index=1 siblings=Read lead="- "\n  «G»',
);
is(
  'a string of several items in a list',
  frontMatter('tools:\n  - Read, G¦\n  - Bash'),
  'csvItem tools index=1 siblings=Read,Bash\n  - Read, «G»',
);
is('a dash below the keys, where the closing delimiter is typed', '---\nname: a\n-¦', 'none');

is(
  'an item of a flow list',
  frontMatter('tools: [Read, G¦r]'),
  'listItem tools index=1 flow siblings=Read\ntools: [Read, «Gr»]',
);
is('an empty flow list', frontMatter('tools: [¦]'), 'listItem tools flow\ntools: [«»]');
is(
  'behind a comma in a flow list',
  frontMatter('tools: ["Read",¦]'),
  'listItem tools index=1 flow siblings=Read\ntools: ["Read",«»]',
);
is('behind a closed flow list', frontMatter('tools: [Read]¦'), 'none');
is(
  'a flow list over several lines',
  frontMatter('tools: [\n  Read,\n  ¦\n]\nname: a'),
  'listItem tools index=1 flow siblings=Read\n  «»',
);
is(
  'a line before an item of a flow list',
  frontMatter('tools: [\n  Read,\n  ¦\n  Grep\n]'),
  'listItem tools index=1 flow siblings=Read,Grep follow=,\n  «»',
);
is(
  'a flow list that closes in column 0',
  frontMatter('tools: [\nRead, Gr¦\n]\nname: a'),
  'listItem tools index=1 flow siblings=Read\nRead, «Gr»',
);
is(
  'a flow list that is not closed',
  frontMatter('tools: [Read, ¦\nname: a'),
  'listItem tools index=1 flow siblings=Read\ntools: [Read, «»',
);
is(
  'a key below a flow list that is not closed',
  frontMatter('tools: [Read,\nna¦me: a'),
  'key (top) colon prefix=na present=tools\n«name»: a',
);
is('a comment in a flow list', frontMatter('tools: [\n  Read, # Gr¦\n]'), 'none');
is(
  'an unclosed quote in a flow list',
  frontMatter('tools: ["Re¦, Grep]'),
  'listItem tools flow quote=double unclosed siblings=Grep\ntools: ["«Re», Grep]',
);
is(
  'a key of a flow map',
  frontMatter('mcpServers: [{ na¦me: a, url: b }]'),
  'key mcpServers.0 colon flow prefix=na present=url\nmcpServers: [{ «name»: a, url: b }]',
);
is('a new key of a flow map', frontMatter('env: { A: 1, ¦ }'), 'key env flow present=A\nenv: { A: 1, «» }');
is(
  'a value of a flow map',
  frontMatter('env: { "A":"¦" }'),
  'value env.A empty flow quote=double\nenv: { "A":"«»" }',
);

is(
  'an item of a comma string',
  frontMatter('tools: Read, Gr¦ep, Bash'),
  'csvItem tools index=1 siblings=Read,Bash\ntools: Read, «Grep», Bash',
);
is('behind a comma', frontMatter('tools: Read,¦'), 'csvItem tools index=1 siblings=Read\ntools: Read,«»');
is(
  'behind a comma and a space',
  frontMatter('tools: Read, ¦\nmodel: a'),
  'csvItem tools index=1 siblings=Read\ntools: Read, «»',
);
is(
  'inside a quoted comma string',
  frontMatter('tools: "Read, ¦"'),
  'csvItem tools index=1 quote=double siblings=Read\ntools: "Read, «»"',
);
is(
  'commas in parentheses do not separate',
  frontMatter('tools: Bash(git:*, x), G¦'),
  'csvItem tools index=1 siblings=Bash(git:*, x)\ntools: Bash(git:*, x), «G»',
);
is(
  'inside parentheses',
  frontMatter('tools: Read, Agent(a, b¦)'),
  'csvItem tools index=1 siblings=Read call=Agent(b) beside [a]\ntools: Read, «Agent(a, b)»',
);
is(
  'inside parentheses that are not closed',
  frontMatter('tools: Agent(a, ¦'),
  'csvItem tools call=Agent() beside [a]\ntools: «Agent(a, »',
);
is(
  'inside parentheses of a list item',
  frontMatter('tools:\n  - Agent(¦)'),
  'listItem tools hang=2 call=Agent() beside []\n  - «Agent()»',
);
is(
  'words without commas',
  frontMatter('tools: Read Gr¦'),
  'csvItem tools index=1 siblings=Read\ntools: Read «Gr»',
);
is(
  'a comma string that goes on',
  frontMatter('tools: Read,\n  ¦'),
  'csvItem tools index=1 siblings=Read\n  «»',
);
is(
  'items between bars',
  frontMatter('hooks:\n  Stop:\n    - matcher: "Edit|Wr¦"'),
  'csvItem hooks.Stop.0.matcher index=1 quote=double siblings=Edit\n    - matcher: "Edit|«Wr»"',
);
is('a string of a field that holds one value', frontMatter('name: a, b¦'), 'value name\nname: «a, b»');
