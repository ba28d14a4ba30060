import { noConflictingFile } from './noConflictingFile.ts';
import { noConflictingKeys } from './noConflictingKeys.ts';
import { noCutDescription } from './noCutDescription.ts';
import { noDeadTool } from './noDeadTool.ts';
import { noDeepImport } from './noDeepImport.ts';
import { noDelegationCycle } from './noDelegationCycle.ts';
import { noDeprecatedFile } from './noDeprecatedFile.ts';
import { noDeprecatedKey } from './noDeprecatedKey.ts';
import { noDroppedYamlMark } from './noDroppedYamlMark.ts';
import { noDuplicateKey } from './noDuplicateKey.ts';
import { noDuplicateName } from './noDuplicateName.ts';
import { noEarlyDelimiter } from './noEarlyFence.ts';
import { noEmptyToolList } from './noEmptyToolList.ts';
import { noEmptyValue } from './noEmptyValue.ts';
import { noExecutableFrontMatter } from './noExecutableFrontMatter.ts';
import { noIgnoredBody } from './noIgnoredBody.ts';
import { noIgnoredKey } from './noIgnoredKey.ts';
import { noImportLoop } from './noImportLoop.ts';
import { noIneffectiveLimit } from './noIneffectiveLimit.ts';
import { noIneffectiveTools } from './noIneffectiveTools.ts';
import { noInvisibleCharacter } from './noInvisibleCharacter.ts';
import { noLiteralNewline } from './noLiteralNewline.ts';
import { noLongBody } from './noLongBody.ts';
import { noLostFrontMatter } from './noLostFrontMatter.ts';
import { noMissingFile } from './noMissingFile.ts';
import { noMissingImport } from './noMissingImport.ts';
import { noMissingScript } from './noMissingScript.ts';
import { noMojibake } from './noMojibake.ts';
import { noPlainSecret } from './noPlainSecret.ts';
import { noRejectedPlugin } from './noRejectedPlugin.ts';
import { noShadowedTool } from './noShadowedTool.ts';
import { noSkippedImport } from './noSkippedImport.ts';
import { noSwallowedComment } from './noSwallowedComment.ts';
import { noToolSpecifier } from './noToolSpecifier.ts';
import { noTruncatedFile } from './noTruncatedFile.ts';
import { noTruncatedValue } from './noTruncatedValue.ts';
import { noUnavailableTool } from './noUnavailableTool.ts';
import { noUnconditionalImport } from './noUnconditionalImport.ts';
import { noUnknownKey } from './noUnknownKey.ts';
import { noUnknownPlaceholder } from './noUnknownPlaceholder.ts';
import { noUnmatchedPattern } from './noUnmatchedPattern.ts';
import { noUnsentDescription } from './noUnsentDescription.ts';
import { noWithheldSkill } from './noWithheldSkill.ts';
import type { Rule } from './rule.ts';
import { useBlockScalar } from './useBlockScalar.ts';
import { useBody } from './useBody.ts';
import { useBoolean } from './useBoolean.ts';
import { useClosedFrontMatter } from './useClosedFrontMatter.ts';
import { useCurrentToolName } from './useCurrentToolName.ts';
import { useDelegationTool } from './useDelegationTool.ts';
import { useDescription } from './useDescription.ts';
import { useDistinctDescription } from './useDistinctDescription.ts';
import { useExistingName } from './useExistingName.ts';
import { useFrontMatter } from './useFrontMatter.ts';
import { useKnownColor } from './useKnownColor.ts';
import { useKnownHookEvent } from './useKnownHookEvent.ts';
import { useKnownModel } from './useKnownModel.ts';
import { useKnownTool } from './useKnownTool.ts';
import { useKnownValue } from './useKnownValue.ts';
import { useMcpToolForm } from './useMcpToolForm.ts';
import { useName } from './useName.ts';
import { useQuotedValue } from './useQuotedValue.ts';
import { useReadableFile } from './useReadableFile.ts';
import { useRequiredKey } from './useRequiredKey.ts';
import { useResolvableTools } from './useResolvableTools.ts';
import { useRunnableCommand } from './useRunnableCommand.ts';
import { useServerName } from './useServerName.ts';
import { useValidDescription } from './useValidDescription.ts';
import { useValidHook } from './useValidHook.ts';
import { useValidJson } from './useValidJson.ts';
import { useValidMcpServers } from './useValidMcpServers.ts';
import { useValidName } from './useValidName.ts';
import { useValidNumber } from './useValidNumber.ts';
import { useValidPath } from './useValidPath.ts';
import { useValidPermissionRule } from './useValidPermissionRule.ts';
import { useValidToml } from './useValidToml.ts';
import { useValidType } from './useValidType.ts';
import { useValidYaml } from './useValidYaml.ts';

/** Every rule, sorted by id. A new rule is one file and two lines here. */
export const rules: readonly Rule[] = [
  noConflictingFile,
  noConflictingKeys,
  noCutDescription,
  noDeadTool,
  noDeepImport,
  noDelegationCycle,
  noDeprecatedFile,
  noDeprecatedKey,
  noDroppedYamlMark,
  noDuplicateKey,
  noDuplicateName,
  noEarlyDelimiter,
  noEmptyToolList,
  noEmptyValue,
  noExecutableFrontMatter,
  noIgnoredBody,
  noIgnoredKey,
  noImportLoop,
  noIneffectiveLimit,
  noIneffectiveTools,
  noInvisibleCharacter,
  noLiteralNewline,
  noLongBody,
  noLostFrontMatter,
  noMissingFile,
  noMissingImport,
  noMissingScript,
  noMojibake,
  noPlainSecret,
  noRejectedPlugin,
  noShadowedTool,
  noSkippedImport,
  noSwallowedComment,
  noToolSpecifier,
  noTruncatedFile,
  noTruncatedValue,
  noUnavailableTool,
  noUnconditionalImport,
  noUnknownKey,
  noUnknownPlaceholder,
  noUnmatchedPattern,
  noUnsentDescription,
  noWithheldSkill,
  useBlockScalar,
  useBody,
  useBoolean,
  useClosedFrontMatter,
  useCurrentToolName,
  useDelegationTool,
  useDescription,
  useDistinctDescription,
  useExistingName,
  useFrontMatter,
  useKnownColor,
  useKnownHookEvent,
  useKnownModel,
  useKnownTool,
  useKnownValue,
  useMcpToolForm,
  useName,
  useQuotedValue,
  useReadableFile,
  useRequiredKey,
  useResolvableTools,
  useRunnableCommand,
  useServerName,
  useValidDescription,
  useValidHook,
  useValidJson,
  useValidMcpServers,
  useValidName,
  useValidNumber,
  useValidPath,
  useValidPermissionRule,
  useValidToml,
  useValidType,
  useValidYaml,
];

/** Returns the rule with the given id, if it exists. */
export function ruleById(id: string): Rule | undefined {
  return rules.find(rule => rule.id === id);
}
