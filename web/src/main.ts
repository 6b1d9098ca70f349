import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { showStoredLook } from './app/appearance/appearance';
import { parseWithoutEval } from './app/platform/no-eval';
import { guardScriptAddresses } from './app/platform/trusted-scripts';

guardScriptAddresses();
parseWithoutEval();
showStoredLook();
void bootstrapApplication(App, appConfig);
