import type { ReactNode } from 'react';
import { Notice } from '../panels/notice.js';
import type { Trouble } from './trouble.js';

interface TroubleNoticeProps {
  trouble: Trouble;
  words: {
    title: string;
    /** What happened and what to do. */
    text: string;
    /** What the code and the message stand behind. */
    code: string;
  };
  children?: ReactNode;
}

/** What went wrong and what to do, with the code and the message for who helps by telephone. */
export function TroubleNotice({ trouble, words, children }: TroubleNoticeProps) {
  return (
    <Notice tone="bad" title={words.title} announce>
      <p>{words.text}</p>
      {children}
      <details>
        <summary>{words.code}</summary>
        <p className="mono small" lang="en">
          {trouble.message}
        </p>
      </details>
    </Notice>
  );
}
