export { type Client, type ClientOptions, createClient } from './create-client.js';
