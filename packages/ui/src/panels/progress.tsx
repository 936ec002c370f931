/** Says what is being done; the bar moves only where the user lets things move. */
export function Progress({ label }: { label: string }) {
  return (
    <div className="progress" role="status">
      <span>{label}</span>
      <span className="bar" aria-hidden="true" />
    </div>
  );
}
