/**
 * What a person signs in with. A key of the agent is the only kind now; another one, such as a token of an identity
 * provider, is another member here and another case in {@link clientOf} and in the sign-in page.
 */
export interface Access {
  kind: 'key';
  apiKey: string;
}
