import type { Tool } from '../../dialect/tool.ts';
import { factoryCommand } from './command.ts';
import { factoryDroid } from './droid.ts';

/** Factory, with every kind of file that it reads. */
export const factory: Tool = {
  id: 'factory',
  title: 'Factory',
  dialects: [factoryDroid, factoryCommand],
};
