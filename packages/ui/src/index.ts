export { type CameraTrouble, type CameraTroubleCode, cameraTrouble } from './camera/camera-trouble.js';
export type { Picture } from './camera/picture.js';
export { pictureOf } from './camera/picture-of.js';
export { pixelsOf } from './camera/pixels-of.js';
export { QrScanner } from './camera/qr-scanner.js';
export {
  type QrScannerOptions,
  type QrScannerState,
  type ReadQr,
  useQrScanner,
} from './camera/use-qr-scanner.js';
export { Button } from './controls/button.js';
export { CheckGroup } from './controls/check-group.js';
export { CopyButton } from './controls/copy-button.js';
export { CheckField, SelectField, TextArea, TextField } from './controls/fields.js';
export { FileDrop } from './controls/file-drop.js';
export { Segments } from './controls/segments.js';
export { Frame } from './frame/frame.js';
export { Nav } from './frame/nav.js';
export { keepInstallPrompt } from './hooks/install-prompt.js';
export { useInstall } from './hooks/use-install.js';
export { useNow } from './hooks/use-now.js';
export { useOnline } from './hooks/use-online.js';
export { Icon, type IconName } from './icons/icon.js';
export { Mark } from './icons/mark.js';
export {
  currentInstallation,
  type Installation,
  installServiceWorker,
  onInstallation,
} from './installation/installation.js';
export { LiveRegion } from './live/live-region.js';
export { Toasts, useToast } from './live/toasts.js';
export { Dialog } from './panels/dialog.js';
export { type Fact, Facts } from './panels/facts.js';
export { Notice } from './panels/notice.js';
export { PageHeading } from './panels/page-heading.js';
export { Progress } from './panels/progress.js';
export { QrCode } from './qr/qr-code.js';
export { type ErrorCorrection, qrPath } from './qr/qr-path.js';
