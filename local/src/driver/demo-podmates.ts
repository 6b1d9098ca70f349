import { type Firestore } from 'firebase-admin/firestore';
import { type PortBlock } from '../ports';
import { type TimeFollower } from './driver';

export class DemoPodmates implements TimeFollower {
  constructor(private readonly p: { db: Firestore; ports: PortBlock; seed: number }) {}
  async follow(_now: Date): Promise<void> {
    void this.p;
  }
}
