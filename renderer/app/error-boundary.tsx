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

/** Keeps a broken screen from taking the program with it, and says what to do. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.resetKey !== this.props.resetKey && this.state.error) this.setState({ error: null });
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
