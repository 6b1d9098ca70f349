export { connectFirestoreEmulator } from 'firebase/firestore';
