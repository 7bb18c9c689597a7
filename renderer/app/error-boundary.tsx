import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { appText } from '../text/app';
import { EmptyState } from '../ui/empty-state';
import styles from './error-boundary.module.css';

interface ErrorBoundaryProps {
  /** Another place on the screen starts afresh. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

interface Crash {
  readonly error: Error | null;
  /** Where it happened. */
  readonly resetKey: string;
}

/** Keeps a broken screen from taking the program with it, and says what to do. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Crash> {
  override state: Crash = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<Crash> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps({ resetKey }: ErrorBoundaryProps, state: Crash): Crash | null {
    return resetKey === state.resetKey ? null : { error: null, resetKey };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div role="alert" className={styles['crash']}>
        <EmptyState title={appText.crash.title} next={appText.crash.next}>
          <Button type="primary" onClick={() => this.setState({ error: null })}>
            {appText.crash.retry}
          </Button>
        </EmptyState>
        <details>
          <summary>{appText.crash.detail}</summary>
          <pre>{error.message}</pre>
        </details>
      </div>
    );
  }
}
