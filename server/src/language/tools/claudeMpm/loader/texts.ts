/**
 * The texts that Claude MPM 6.5.83 writes into a deployed agent by its type, whatever the file says.
 */
export interface TypeTexts {
  /** Stands in for the description. */
  readonly description: string;
  /** The situation, the request and the answer of the example, and why; `{agent}` is the name of the file. */
  readonly example: readonly [context: string, user: string, assistant: string, commentary: string];
}

export const textsByType: Readonly<Record<string, TypeTexts>> = {
  engineer: {
    description:
      'Use this agent when you need to implement new features, write production-quality code, refactor existing code, or solve complex programming challenges. This agent excels at translating requirements into well-architected, maintainable code solutions across various programming languages and frameworks.',
    example: [
      'When you need to implement new features or write code.',
      'I need to add authentication to my API',
      "I'll use the {agent} agent to implement a secure authentication system for your API.",
      'The engineer agent is ideal for code implementation tasks because it specializes in writing production-quality code, following best practices, and creating well-architected solutions.',
    ],
  },
  qa: {
    description:
      'Use this agent when you need comprehensive testing, quality assurance validation, or test automation. This agent specializes in creating robust test suites, identifying edge cases, and ensuring code quality through systematic testing approaches across different testing methodologies.',
    example: [
      'When you need to test or validate functionality.',
      'I need to write tests for my new feature',
      "I'll use the {agent} agent to create comprehensive tests for your feature.",
      'The QA agent specializes in comprehensive testing strategies, quality assurance validation, and creating robust test suites that ensure code reliability.',
    ],
  },
  research: {
    description:
      'Use this agent when you need to investigate codebases, analyze system architecture, or gather technical insights. This agent excels at code exploration, pattern identification, and providing comprehensive analysis of existing systems while maintaining strict memory efficiency.',
    example: [
      'When you need to investigate or analyze existing codebases.',
      'I need to understand how the authentication system works in this project',
      "I'll use the {agent} agent to analyze the codebase and explain the authentication implementation.",
      'The research agent is perfect for code exploration and analysis tasks, providing thorough investigation of existing systems while maintaining memory efficiency.',
    ],
  },
  ops: {
    description:
      'Use this agent when you need infrastructure management, deployment automation, or operational excellence. This agent specializes in DevOps practices, cloud operations, monitoring setup, and maintaining reliable production systems.',
    example: [
      'When you need to deploy or manage infrastructure.',
      'I need to deploy my application to the cloud',
      "I'll use the {agent} agent to set up and deploy your application infrastructure.",
      'The ops agent excels at infrastructure management and deployment automation, ensuring reliable and scalable production systems.',
    ],
  },
  security: {
    description:
      'Use this agent when you need security analysis, vulnerability assessment, or secure coding practices. This agent excels at identifying security risks, implementing security best practices, and ensuring applications meet security standards.',
    example: [
      'When you need to review code for security vulnerabilities.',
      'I need a security review of my authentication implementation',
      "I'll use the {agent} agent to conduct a thorough security analysis of your authentication code.",
      'The security agent specializes in identifying security risks, vulnerability assessment, and ensuring applications meet security standards and best practices.',
    ],
  },
  documentation: {
    description:
      'Use this agent when you need to create, update, or maintain technical documentation. This agent specializes in writing clear, comprehensive documentation including API docs, user guides, and technical specifications.',
    example: [
      'When you need to create or update technical documentation.',
      'I need to document this new API endpoint',
      "I'll use the {agent} agent to create comprehensive API documentation.",
      'The documentation agent excels at creating clear, comprehensive technical documentation including API docs, user guides, and technical specifications.',
    ],
  },
};

/** The first prompt of a deployed agent, by its type. */
export const firstPromptByType: Readonly<Record<string, string>> = {
  engineer: 'Begin implementation. Read the task context and start coding immediately.',
  refactoring: 'Begin implementation. Read the task context and start coding immediately.',
  qa: 'Begin verification. Read the task context and start testing immediately.',
  ops: 'Begin operations. Read the task context and execute immediately.',
  research: 'Begin investigation. Analyze the task context, search for relevant files, and report findings.',
  documentation: 'Begin documentation. Read the task context and start writing immediately.',
  security: 'Begin security analysis. Read the task context and start scanning immediately.',
};

/** The first prompt of a deployed agent, by its name. */
export const firstPromptByName: Readonly<Record<string, string>> = {
  research: 'Begin investigation. Analyze the task context, search for relevant files, and report findings.',
  'code-analyzer':
    'Begin investigation. Analyze the task context, search for relevant files, and report findings.',
  documentation: 'Begin documentation. Read the task context and start writing immediately.',
  security: 'Begin security analysis. Read the task context and start scanning immediately.',
};

/** Agents that get no first prompt. */
export const withoutFirstPrompt: readonly string[] = [
  'memory-manager',
  'memory-manager-agent',
  'mpm-agent-manager',
  'mpm-skills-manager',
  'prompt-engineer',
  'real-user',
  'ticketing',
];
