import { type RefObject, useEffect, useRef, useState } from 'react';
import { CameraHidden } from './camera-trouble.js';
import type { Picture } from './picture.js';
import { pixelsOf } from './pixels-of.js';

/** Longest side of the pictures that are searched: enough for the densest code that fills half the frame. */
const searched = 1280;
const pauseMs = 60;

/** The text of a QR code in a picture; null when there is none that can be read. Better done in a worker. */
export type ReadQr = (picture: Picture) => Promise<string | null>;

export interface QrScannerOptions {
  /** Whether the page with the camera is the one that is looked at. */
  isShown: boolean;
  read: ReadQr;
  onText(text: string): void;
}

export interface QrScannerState {
  video: RefObject<HTMLVideoElement | null>;
  state: 'off' | 'on';
  /** What ended it: see {@link cameraTrouble}, or what `read` rejected with. */
  error: unknown;
  turnOn(): void;
  turnOff(): void;
}

/**
 * The camera, searched for a QR code picture by picture. It is turned off when one was read, when the page is left, and
 * when its part of the page goes away.
 */
export function useQrScanner({ isShown, read, onText }: QrScannerOptions): QrScannerState {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef({ read, onText });
  latest.current = { read, onText };
  const [wanted, setWanted] = useState(false);
  const [error, setError] = useState<unknown>();
  const isOn = wanted && isShown;

  useEffect(() => {
    if (!isOn) return;
    let stream: MediaStream | undefined;
    let isOver = false;
    const look = async () => {
      stream = await openCamera();
      const screen = video.current;
      if (isOver || screen === null) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      screen.srcObject = stream;
      await screen.play();
      while (!isOver) {
        const picture = pixelsOf(screen, screen.videoWidth, screen.videoHeight, searched);
        const text = await latest.current.read(picture);
        if (isOver) return;
        if (text !== null) {
          setWanted(false);
          latest.current.onText(text);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    };
    look().catch((reason: unknown) => {
      if (isOver) return;
      setWanted(false);
      setError(reason);
    });
    return () => {
      isOver = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [isOn]);

  return {
    video,
    state: isOn ? 'on' : 'off',
    error,
    turnOn() {
      setError(undefined);
      setWanted(true);
    },
    turnOff: () => setWanted(false),
  };
}

async function openCamera(): Promise<MediaStream> {
  if (navigator.mediaDevices === undefined) throw new CameraHidden('no mediaDevices');
  return navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } },
    audio: false,
  });
}
