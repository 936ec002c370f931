import type { ContractName } from '@eslabon/chain';
import {
  arrangementRegistryAbi,
  arrangementRegistryBytecode,
  authorityRegistryAbi,
  authorityRegistryBytecode,
  ethereumDidRegistryAbi,
  ethereumDidRegistryBytecode,
  statusRegistryAbi,
  statusRegistryBytecode,
} from '@eslabon/did-registry';

/** What this program deploys and calls. */
export const checkedInArtifacts: Record<ContractName, { abi: unknown; bytecode: string }> = {
  didRegistry: { abi: ethereumDidRegistryAbi, bytecode: ethereumDidRegistryBytecode },
  authorityRegistry: { abi: authorityRegistryAbi, bytecode: authorityRegistryBytecode },
  arrangementRegistry: { abi: arrangementRegistryAbi, bytecode: arrangementRegistryBytecode },
  statusRegistry: { abi: statusRegistryAbi, bytecode: statusRegistryBytecode },
};
