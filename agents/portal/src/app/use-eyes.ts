import { useSignedIn } from './session-context.js';

/** Whether another person has to issue what somebody proposed (`four` eyes), or the same one may: what words go by. */
export function useEyes(): 'four' | 'two' {
  return useSignedIn().caller.fourEyes ? 'four' : 'two';
}
