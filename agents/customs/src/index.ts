export type { AgentParts } from './agent-parts.js';
export { type Agent, createAgent } from './create-agent.js';
export { type AgentConfig, type AgentConfigInput, parseAgentConfig } from './platform/config/agent-config.js';
export { createApiKey, revokeApiKey } from './platform/http/api-keys.js';
export type { Role } from './platform/http/roles.js';
export { prepareAuthority } from './prepare-authority.js';
export { requestCertificate } from './request-certificate.js';
