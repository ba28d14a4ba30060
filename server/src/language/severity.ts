/** How a diagnostic is shown: the severities of the protocol by their names in settings. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
