import { type FirebaseApp, initializeApp } from 'firebase/app';
import { appConfig } from './app-config';

let app: Promise<FirebaseApp> | undefined;

/** The one Firebase app of this tab. */
export function firebaseApp(): Promise<FirebaseApp> {
  app ??= appConfig().then((config) => initializeApp(config.firebase));
  app.catch(() => (app = undefined));
  return app;
}
