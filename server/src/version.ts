declare const agentFilesVersion: string | undefined;

/** Which release this is. The build sets it, from `package.json`. */
export const version = typeof agentFilesVersion === 'string' ? agentFilesVersion : 'unbuilt';
