export { connectAuthEmulator } from 'firebase/auth';
