import { cancelTask } from '../../commands/tasks.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import './tasks.css'

/** Long work that is under way, each with a way to stop it. */
export function Tasks() {
  const tasks = useWorkbench((state) => state.tasks)
  const running = Object.values(tasks)
  if (running.length === 0) return null
  return (
    <section className="tasks" aria-label="Work under way">
      {running.map(({ task, done, of, doing }) => (
        <div key={task} className="task">
          <ProgressBar label={doing} value={done} max={of} />
          <Button look="quiet" onPress={() => cancelTask(task)}>
            Cancel
          </Button>
        </div>
      ))}
    </section>
  )
}
