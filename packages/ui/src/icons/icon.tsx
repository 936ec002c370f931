/** Strokes in a square of 24 units, drawn by hand. Each has a shape of its own, so that none depends on its colour. */
const paths = {
  check: 'M4 12.5 9.5 18 20 6.5',
  pause: 'M8 5v14M16 5v14',
  cross: 'M6 6l12 12M18 6 6 18',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3v4M16 3v4M9 17l6-4M9 13l6 4',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.5l3.5 2',
  unlinked: 'M10 7H8a5 5 0 0 0 0 10h2M14 7h2a5 5 0 0 1 0 10h-2M12 3v4M12 17v4',
  shield: 'M12 3 4 6v6c0 5 3.5 7.8 8 9 4.5-1.2 8-4 8-9V6zM12 8v5M12 16v.4',
  question: 'M8 9a4 4 0 1 1 5.5 3.7c-1 .4-1.5 1.1-1.5 2.3M12 18.6v.4',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7.2v.4',
  warning: 'M12 3.5 2.5 20.5h19zM12 10v5M12 17.6v.4',
  camera: 'M3 7h4l1.5-2.5h7L17 7h4v12.5H3zM12 9.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6z',
  file: 'M6 3h8l4.5 4.5V21H6zM14 3v5h4.5',
  paste: 'M7 5H5v16h14V5h-2M9 3h6v4H9zM8 11h8M8 15h8',
  number: 'M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16',
  data: 'M12 4c4.4 0 8 1.3 8 3s-3.6 3-8 3-8-1.3-8-3 3.6-3 8-3zM4 7v10c0 1.7 3.6 3 8 3s8-1.3 8-3V7M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3',
  log: 'M5 4h14v17H5zM8.5 9h7M8.5 13h7M8.5 17h4',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z',
  copy: 'M9 8h11v13H9zM5 16H4V3h11v2',
  ask: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 20h2',
  people:
    'M9 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20c0-4 2.8-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.2.8 3.5 2.6 3.5 5.5',
  key: 'M8 10a5 5 0 1 0 0 .1M13 11h8v4M17 11v3',
  send: 'M4 12 20 4l-5 16-4-7zM11 13l9-9',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3.5 9.5h17M3.5 14.5h17M12 3c-5.3 5-5.3 13 0 18M12 3c5.3 5 5.3 13 0 18',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21',
  plus: 'M12 5v14M5 12h14',
  out: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  link: 'M10 8H8a4 4 0 0 0 0 8h2M14 8h2a4 4 0 0 1 0 8h-2M8.5 12h7',
} as const;

export type IconName = keyof typeof paths;

/** An icon that says nothing to a screen reader: the words are always beside it. */
export function Icon({ name, className = 'icon' }: { name: IconName; className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
