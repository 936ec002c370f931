import type { Client } from '@eslabon/client';
import type { Agent } from '@eslabon/customs';
import type { Network } from '../network/start-network.js';
import type { BorderPost } from './border-post.js';

/** What the steps of the story share. */
export interface World {
  network: Network;
  agent(country: string): Agent;
  /** A client with the rights of a role. */
  client(country: string, role: 'officer' | 'supervisor'): Client;
  /** Mexico's border post: a process of its own to which the network is denied. */
  post: BorderPost;
  /** Things that earlier steps leave for later ones. */
  kept: Map<string, string>;
}

/** One step: it says what happens, does it, and answers what came of it. */
export interface Step {
  name: string;
  /** One sentence for the reader. */
  tells: string;
  expected: string;
  run(world: World): Promise<string>;
}

export interface StepResult {
  name: string;
  expected: string;
  got: string;
  ok: boolean;
}
