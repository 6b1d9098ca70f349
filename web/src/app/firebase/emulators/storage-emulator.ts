export { connectStorageEmulator } from 'firebase/storage';
