import { Disposable, type QuickInput, QuickInputButtons, type QuickPickItem, window } from 'vscode';

/** The answer to a question: `back` for the question before it, `undefined` for a dismissed one. */
export type Answer<Value> = { readonly value: Value } | 'back' | undefined;

/** Where in a series of questions one stands. */
export interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** An item with what choosing it means. */
export interface Choice<Value> extends QuickPickItem {
  readonly value: Value;
}

/** A question: it may be skipped, with the answer that it then has. */
export type Question = (place: Place) => Promise<Answer<unknown>>;

/** Asks one question after the other, and goes back where the user wants that. False if one was dismissed. */
export async function askAll(title: string, questions: () => readonly Question[]): Promise<boolean> {
  let at = 0;
  while (at < questions().length) {
    const all = questions();
    const answer = await all[at]!({ title, step: at + 1, totalSteps: all.length });
    if (answer === undefined) return false;
    at = answer === 'back' ? Math.max(0, at - 1) : at + 1;
  }
  return true;
}

/** Lets the user choose one of several. */
export function pickOne<Value>(
  place: Place,
  placeholder: string,
  items: readonly Choice<Value>[],
): Promise<Answer<Value>> {
  const input = window.createQuickPick<Choice<Value>>();
  input.placeholder = placeholder;
  input.items = items;
  input.matchOnDescription = true;
  return answerTo(input, place, accept => {
    const [active] = input.activeItems;
    if (active) accept(active.value);
  });
}

/** Lets the user check several, all of which are checked at first. */
export function pickSeveral<Value>(
  place: Place,
  placeholder: string,
  items: readonly Choice<Value>[],
): Promise<Answer<readonly Value[]>> {
  const input = window.createQuickPick<Choice<Value>>();
  input.placeholder = placeholder;
  input.canSelectMany = true;
  input.items = items;
  input.selectedItems = items;
  return answerTo(input, place, accept => {
    if (input.selectedItems.length > 0) accept(input.selectedItems.map(({ value }) => value));
  });
}

/** Lets the user type a line. `problemWith` is asked at each change; only a line without a problem is accepted. */
export function typeLine(
  place: Place,
  prompt: string,
  value: string,
  problemWith: (text: string) => Promise<string | undefined>,
): Promise<Answer<string>> {
  const input = window.createInputBox();
  input.prompt = prompt;
  input.value = value;
  const check = async (): Promise<string | undefined> => {
    const text = input.value;
    const problem = await problemWith(text);
    // An answer that comes late is about another text.
    if (text === input.value) input.validationMessage = problem;
    return problem;
  };
  return answerTo(
    input,
    place,
    async accept => {
      const text = input.value;
      if ((await check()) === undefined && text === input.value) accept(text);
    },
    // Nothing is wrong yet with what nobody has typed.
    input.onDidChangeValue(text => {
      if (text === '') input.validationMessage = undefined;
      else void check();
    }),
  );
}

/** Shows an input, and returns what it was left with. */
function answerTo<Value>(
  input: QuickInput & {
    buttons: readonly unknown[];
    onDidAccept: (run: () => void) => Disposable;
    onDidTriggerButton: (run: (button: unknown) => void) => Disposable;
  },
  { title, step, totalSteps }: Place,
  onAccept: (accept: (value: Value) => void) => unknown,
  ...subscriptions: Disposable[]
): Promise<Answer<Value>> {
  Object.assign(input, { title, step, totalSteps, ignoreFocusOut: true });
  if (step > 1) input.buttons = [QuickInputButtons.Back];
  return new Promise(resolve => {
    const leave = (answer: Answer<Value>): void => {
      resolve(answer);
      Disposable.from(...all).dispose();
      input.dispose();
    };
    const all = [
      ...subscriptions,
      input.onDidAccept(() => void onAccept(value => leave({ value }))),
      input.onDidTriggerButton(button => button === QuickInputButtons.Back && leave('back')),
      input.onDidHide(() => leave(undefined)),
    ];
    input.show();
  });
}
