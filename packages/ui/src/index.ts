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
export { saveFile } from './files/save-file.js';
export { Frame } from './frame/frame.js';
export { Nav } from './frame/nav.js';
export { keepInstallPrompt } from './hooks/install-prompt.js';
export { useHash } from './hooks/use-hash.js';
export { useNow } from './hooks/use-now.js';
export { useOnline } from './hooks/use-online.js';
export { Icon, type IconName } from './icons/icon.js';
export { Mark } from './icons/mark.js';
export { InstallPanel } from './installation/install-panel.js';
export { installServiceWorker } from './installation/installation.js';
export { UpdateNotice } from './installation/update-notice.js';
export { LiveRegion } from './live/live-region.js';
export { Toasts, useToast } from './live/toasts.js';
export { ConfirmButton } from './panels/confirm-button.js';
export { Dialog } from './panels/dialog.js';
export { type Fact, Facts } from './panels/facts.js';
export { Notice } from './panels/notice.js';
export { PageHeading } from './panels/page-heading.js';
export { Progress } from './panels/progress.js';
export { RestartPage } from './panels/restart-page.js';
export { StateChip } from './panels/state-chip.js';
export { StepHeading } from './panels/step-heading.js';
export { QrCode } from './qr/qr-code.js';
export { type ErrorCorrection, qrPath } from './qr/qr-path.js';
export type { Trouble } from './tasks/trouble.js';
export { TroubleNotice } from './tasks/trouble-notice.js';
export { type Task, useTask } from './tasks/use-task.js';
