/** The two links, one in the other. */
export function Mark() {
  return (
    <svg
      className="mark"
      viewBox="8 18 48 28"
      fill="none"
      strokeWidth="6"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="10" y="23" width="29" height="18" rx="9" stroke="#f4efe2" />
      <path
        d="M39 32a9 9 0 0 1-9 9m-5-9a9 9 0 0 1 9-9h11a9 9 0 0 1 0 18h-6"
        stroke="#12303b"
        strokeWidth="11"
      />
      <rect x="25" y="23" width="29" height="18" rx="9" stroke="#d9a441" />
      <path d="M30 23a9 9 0 0 1 9 9" stroke="#12303b" strokeWidth="11" />
      <path d="M28 23h2a9 9 0 0 1 9 9" stroke="#f4efe2" />
    </svg>
  );
}
