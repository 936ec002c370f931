import { type RefObject, useEffect, useRef, useState } from 'react';
import { useSession } from '../../app/session-context.js';
import type { Trouble } from '../../engine/contract.js';
import { TroubleError } from '../../engine/trouble-error.js';
import { pixelsOf } from '../../presented/picture-of.js';
import { cameraTrouble } from './camera-trouble.js';

/** Longest side of the pictures that are searched: enough for the densest code that fills half the frame. */
const searched = 1280;
const pauseMs = 60;

interface Camera {
  video: RefObject<HTMLVideoElement | null>;
  state: 'off' | 'on';
  trouble: Trouble | undefined;
  turnOn(): void;
  turnOff(): void;
}

/**
 * The camera, searched for a QR code picture by picture in the worker. It is turned off when one was read, when the
 * page is left, and when its part of the page goes away.
 */
export function useCamera(isShown: boolean, onText: (text: string) => void): Camera {
  const { engine } = useSession();
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef(onText);
  found.current = onText;
  const [wanted, setWanted] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
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
        const text = await engine('readQr', { picture, patient: false });
        if (isOver) return;
        if (text !== null) {
          setWanted(false);
          found.current(text);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    };
    look().catch((error: unknown) => {
      if (isOver) return;
      setWanted(false);
      setTrouble(error instanceof TroubleError ? TroubleError.dataOf(error) : cameraTrouble(error));
    });
    return () => {
      isOver = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [isOn, engine]);

  return {
    video,
    state: isOn ? 'on' : 'off',
    trouble,
    turnOn() {
      setTrouble(undefined);
      setWanted(true);
    },
    turnOff: () => setWanted(false),
  };
}

function openCamera(): Promise<MediaStream> {
  // Browsers hide the camera from pages that came over plain http.
  if (navigator.mediaDevices === undefined) {
    throw new TroubleError({ code: 'CAMERA_INSECURE', message: 'no mediaDevices' });
  }
  return navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } },
    audio: false,
  });
}
