export { countryName } from './country-name.js';
export { formatCount } from './format-count.js';
export { formatDay } from './format-day.js';
export { formatDuration } from './format-duration.js';
export { formatInstant } from './format-instant.js';
