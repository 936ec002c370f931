export interface SilenceTimer {
  /** Aborted with a TimeoutError when nothing was heard for too long, and with its parent. */
  signal: AbortSignal;
  /** Something was heard. */
  restart(): void;
  stop(): void;
}

/**
 * Limits not how long something takes but how long nothing comes of it.
 * @param limitMs milliseconds
 * @param parent aborts it as well (AbortSignal.any is younger than browsers of border posts)
 */
export function startSilenceTimer(limitMs: number, parent?: AbortSignal): SilenceTimer {
  const controller = new AbortController();
  const follow = (): void => controller.abort(parent?.reason);
  parent?.addEventListener('abort', follow);
  if (parent?.aborted === true) follow();
  const expire = (): void => controller.abort(new DOMException('No byte came for too long.', 'TimeoutError'));
  let timer = setTimeout(expire, limitMs);
  return {
    signal: controller.signal,
    restart() {
      clearTimeout(timer);
      timer = setTimeout(expire, limitMs);
    },
    stop() {
      clearTimeout(timer);
      parent?.removeEventListener('abort', follow);
    },
  };
}
