import { Icon, type IconName } from '../icons/icon.js';

interface NavLink {
  href: string;
  icon: IconName;
  label: string;
  isCurrent: boolean;
}

/** The pages of an app. On a telephone they lie at the lower edge. */
export function Nav({ label, links }: { label: string; links: readonly NavLink[] }) {
  return (
    <nav aria-label={label} className="nav">
      {links.map(({ href, icon, label: text, isCurrent }) => (
        <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
          <Icon name={icon} />
          {text}
        </a>
      ))}
    </nav>
  );
}
