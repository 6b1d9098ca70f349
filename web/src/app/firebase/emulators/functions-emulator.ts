export { connectFunctionsEmulator } from 'firebase/functions';
