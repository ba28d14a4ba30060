import { Option } from 'commander';
import { listed } from '../../language/wordList.ts';
import { CliError, suggestion } from '../terminal.ts';

/** An option whose value is one of a few words; shell completion suggests them. */
export function choiceOption<Word extends string>(
  flags: string,
  description: string,
  words: readonly Word[],
): Option {
  const option = new Option(flags, description).choices(words);
  return option.argParser((value: string) => oneOf(words, option.long!, value));
}

/** An option whose value is read elsewhere; shell completion suggests the words. */
export function valueOption(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description).choices(words).argParser((value: string) => value);
}

/** The word, if it is a valid value of the option. */
export function oneOf<Word extends string>(words: readonly Word[], option: string, value: string): Word {
  const found = words.find(word => word === value);
  if (found !== undefined) return found;
  const near = suggestion(value, words);
  throw new CliError(
    words.length > 10
      ? `Invalid value "${value}" for ${option}.${near}`
      : `Invalid value "${value}" for ${option}. Use ${listed(words, 'or')}.`,
  );
}

/** A whole number that is not negative. */
export function countOf(option: string): (value: string) => number {
  return value => {
    if (/^\d{1,9}$/.test(value)) return Number(value);
    throw new CliError(`Invalid value "${value}" for ${option}. Use a whole number.`);
  };
}
