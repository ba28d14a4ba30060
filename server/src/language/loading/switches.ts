/** What a project's settings may turn off. */
export interface Switchable {
  readonly kind: 'agent' | 'skill' | 'command';
  /** The name, in a plugin without the plugin's. */
  readonly name: string;
  readonly plugin?: string | undefined;
}

/** Why something is turned off. */
export interface TurnedOff {
  /** Cause first, without a final period: "`permissions.deny` has `Agent(writer)`". */
  readonly says: string;
  /** An imperative. */
  readonly advice: string;
}

/** How the settings of a project turn agents, skills and commands of a tool off. */
export interface Switches {
  /** The files with settings below the project's folder, the first counts least. */
  readonly settings: readonly string[];
  /** `texts` are those of the settings. */
  turnedOff(what: Switchable, texts: readonly string[]): TurnedOff | undefined;
}
