export { type Client, type ClientOptions, createClient } from './create-client.js';
export { type Download, type DownloadCondition, download, type ResumableId } from './download.js';
export { type FollowOptions, followPresentation, type Line } from './events/follow-presentation.js';
export { isCurrent } from './is-current.js';
export { isSendableKey } from './is-sendable-key.js';
